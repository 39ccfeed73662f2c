import { Module } from '@nestjs/common';
import { WorkspaceGate } from './workspace-gate.js';

/** Gives editing access to the workspace's gate. */
@Module({ providers: [WorkspaceGate], exports: [WorkspaceGate] })
export class GateModule {}
