import "@mantine/core/styles.layer.css";
import "./paper.css";
import "./print.css";
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { createRoot } from "react-dom/client";
import { DoorError } from "./doors/ask.ts";
import { router } from "./routes.tsx";
import { paperVariables, theme } from "./theme.ts";
import { WordsProvider } from "./words/words.tsx";

// A refusal stays a refusal however often one asks; only a server that does not answer is asked again.
const client = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, error) => failures < 2 && error instanceof DoorError && error.code === "unavailable",
    },
  },
});

const root = document.getElementById("root");
if (root)
  createRoot(root).render(
    <WordsProvider>
      <MantineProvider theme={theme} cssVariablesResolver={paperVariables} defaultColorScheme="auto">
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </WordsProvider>,
  );
