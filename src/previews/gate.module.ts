import { Module } from '@nestjs/common';
import { WorkspaceGate } from './workspace-gate.js';

/** How editing asks the workspace's gate. */
@Module({ providers: [WorkspaceGate], exports: [WorkspaceGate] })
export class GateModule {}
