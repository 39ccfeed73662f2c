/** Notifies the page around this one that the address was found: a browser that finds nothing shows its own page, which is silent. */
export const SAYS_IT_IS_HERE = "<script>window.parent.postMessage('firstlight:here', '*')</script>";
