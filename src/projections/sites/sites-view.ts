import { Injectable } from '@nestjs/common';
import { Database } from '../../event-store/database.js';
import { selectRows } from '../table-shape.js';
import { SITE_TABLE, type SiteRow } from './table.js';

/** Reads `site_view`. */
@Injectable()
export class SitesView {
  constructor(private readonly database: Database) {}

  async byLabel(label: string): Promise<SiteRow | undefined> {
    const [row] = await selectRows(this.database.pool, SITE_TABLE, 'WHERE label = $1', [label]);
    return row;
  }
}
