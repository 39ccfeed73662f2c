/** Tells a page around this one that the address was found: a browser that finds nothing shows a page of its own, which is silent. */
export const SAYS_IT_IS_HERE = "<script>window.parent.postMessage('firstlight:here', '*')</script>";
