import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { CancelRunHandler } from './cancel-run.js';
import { DeleteProjectHandler } from './delete-project.js';
import { ReportPreviewHandler } from './report-preview.js';
import { RetryRunHandler } from './retry-run.js';
import { ReviseRunHandler } from './revise-run.js';
import { WithdrawRevisionHandler } from './withdraw-revision.js';
import { ShareAppHandler } from './share-app.js';
import { StartRunHandler } from './start-run.js';

/** Everything that people can ask of a project, on the CommandBus. */
@Module({
  imports: [CqrsModule],
  providers: [
    StartRunHandler,
    CancelRunHandler,
    RetryRunHandler,
    ReviseRunHandler,
    WithdrawRevisionHandler,
    ShareAppHandler,
    ReportPreviewHandler,
    DeleteProjectHandler,
  ],
  exports: [CqrsModule],
})
export class CommandsModule {}
