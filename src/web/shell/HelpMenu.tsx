import { ActionIcon, Menu } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { sentence } from "#core/sentence";
import { openTour } from "../tour/tourState.ts";
import { useWords } from "../words/words.tsx";
import { useWorkspace } from "./workspace.ts";

/** Where to begin, for whom, what was done, and the tour. */
export function HelpMenu() {
  const { say } = useWords();
  const workspace = useWorkspace();
  const word = (key: string) => say(sentence(key));
  return (
    <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <ActionIcon className="shell-menu" variant="default" size={30} aria-label={word("start.menu")}>
          <span aria-hidden="true">?</span>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to={`/${workspace}/start`}>
          {word("start.link")}
        </Menu.Item>
        <Menu.Item component={Link} to={`/${workspace}/brands`}>
          {word("web.brands.title")}
        </Menu.Item>
        <Menu.Item component={Link} to={`/${workspace}/history`}>
          {word("history.open")}
        </Menu.Item>
        <Menu.Item onClick={openTour}>{word("start.tour.again")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
