/** What the app tells the API; the class is the injection token. */
export abstract class ApiOptions {
  /** Of the service, as `GET /health` and the OpenAPI document show it. */
  abstract readonly version: string;
  /** Shared apps are at `<label>.share.<previewDomain>`. */
  abstract readonly previewDomain: string;
}
