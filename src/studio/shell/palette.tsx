import { useQuery } from '@tanstack/react-query';
import { Command } from 'cmdk';
import { type ReactNode, useSyncExternalStore } from 'react';
import { useNavigate } from 'react-router';
import { recentProjects } from '../api/projects.js';
import { keepTheme } from '../ui/theme.js';
import { registeredCommands, subscribeToCommands } from './commands.js';
import './palette.css';

/** Everything that can be done or opened from here, found by typing. */
export function Palette({ onClose }: { onClose: () => void }): ReactNode {
  const commands = useSyncExternalStore(subscribeToCommands, registeredCommands);
  const navigate = useNavigate();
  const projects = useQuery(recentProjects()).data?.projects ?? [];
  const doing = (run: () => void) => (): void => {
    onClose();
    run();
  };
  const going = (to: string) => doing(() => void navigate(to));
  return (
    <Command.Dialog open onOpenChange={(isOpen) => !isOpen && onClose()} label="Commands" loop>
      <Command.Input placeholder="Type a command or the name of an app…" />
      <Command.List>
        <Command.Empty>Nothing found.</Command.Empty>
        {commands.length > 0 && (
          <Command.Group heading="Here">
            {commands.map(({ id, label, run }) => (
              <Command.Item key={id} value={label} onSelect={doing(run)}>
                {label}
              </Command.Item>
            ))}
          </Command.Group>
        )}
        <Command.Group heading="Go to">
          <Command.Item onSelect={going('/')}>New app</Command.Item>
          <Command.Item onSelect={going('/experiments')}>Experiments</Command.Item>
          <Command.Item onSelect={going('/admin')}>All generations (admin)</Command.Item>
        </Command.Group>
        <Command.Group heading="Colours">
          <Command.Item onSelect={doing(() => keepTheme('light'))}>Light</Command.Item>
          <Command.Item onSelect={doing(() => keepTheme('dark'))}>Dark</Command.Item>
          <Command.Item onSelect={doing(() => keepTheme('system'))}>System theme</Command.Item>
        </Command.Group>
        <Command.Group heading="Recent apps">
          {projects.map(({ project_id: id, app_name: name, prompt }) => (
            <Command.Item key={id} value={`${name ?? ''} ${id} ${prompt}`} onSelect={going(`/p/${id}`)}>
              {name ?? id}
            </Command.Item>
          ))}
        </Command.Group>
      </Command.List>
    </Command.Dialog>
  );
}
