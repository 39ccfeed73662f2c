import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The document at `/docs/openapi.json`, and a page to try it out at `/docs`. */
export function serveDocs(app: NestFastifyApplication, version: string): void {
  SwaggerModule.setup('docs', app, () => openApiDocument(app, version), {
    jsonDocumentUrl: 'docs/openapi.json',
    yamlDocumentUrl: 'docs/openapi.yaml',
    customSiteTitle: 'Firstlight API',
  });
}

function openApiDocument(app: NestFastifyApplication, version: string): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('Firstlight')
    .setDescription('Describe an app; watch it run while it is still being written.')
    .setVersion(version)
    .setLicense('MIT', '')
    .build();
  return SwaggerModule.createDocument(app, about, { operationIdFactory: (_controller, method) => method });
}
