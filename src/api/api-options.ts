import type { KitPackage } from './download/standalone-project.js';

/** What the app tells the API; the class is the injection token. */
export abstract class ApiOptions {
  /** Of the service, as `GET /health` and the OpenAPI document show it. */
  abstract readonly version: string;
  /** Shared apps are at `<label>.share.<previewDomain>`. */
  abstract readonly previewDomain: string;
  /** Where the project's past versions run: `{seq}` stands for the moment. */
  abstract readonly pastPreviewUrl: (projectId: string) => string;
  /** The packages that previews run with, for projects that are taken elsewhere. */
  abstract readonly kit: KitPackage;
  /** `GET /health` looks whether it can be written. */
  abstract readonly dataDir: string;
  /** Whoever has it may use `/api/v1/admin` and delete projects; undefined: everyone whom the doors let in. */
  abstract readonly adminToken: string | undefined;
}
