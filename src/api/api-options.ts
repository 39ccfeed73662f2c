import type { KitPackage } from './download/standalone-project.js';

/** The API's configuration; the class is the injection token. */
export abstract class ApiOptions {
  /** The service's version, as `GET /health` and the OpenAPI document show it. */
  abstract readonly version: string;
  /** Shared apps are at `<label>.share.<previewDomain>`. */
  abstract readonly previewDomain: string;
  /** Where the project's past versions run: `{seq}` stands for the moment. */
  abstract readonly pastPreviewUrl: (projectId: string) => string;
  /** The packages that previews run with, for downloaded projects. */
  abstract readonly kit: KitPackage;
  /** `GET /health` checks whether it can be written to. */
  abstract readonly dataDir: string;
  /** Required for `/api/v1/admin` and to delete projects; undefined: anyone who can reach the API may. */
  abstract readonly adminToken: string | undefined;
}
