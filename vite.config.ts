import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";

const API = "http://127.0.0.1:4680";

export default defineConfig({
  root: "src/web",
  plugins: [react()],
  resolve: { conditions: ["source", ...defaultClientConditions] },
  build: { outDir: "../../dist/web", emptyOutDir: true, chunkSizeWarningLimit: 1200 },
  // The server answers only to its own name and its own pages.
  server: { proxy: { "/api": { target: API, changeOrigin: true, headers: { origin: API } } } },
});
