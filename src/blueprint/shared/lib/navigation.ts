import { type Href, router } from "expo-router";

export type Path = Href;

/** Goes back, or to the given path where a link opened this screen first. */
export function goBack(fallback: Path): void {
  if (router.canGoBack()) router.back();
  else router.replace(fallback);
}

/** Opens a screen of the app; what its path leaves open in brackets, and what it is told besides, are the parameters. */
export function openScreen(pathname: string, params: Record<string, string> = {}): void {
  router.push({ pathname, params } as Href);
}
