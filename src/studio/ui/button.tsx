import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import styles from './button.module.css';

/** `primary`: what one came for; `quiet`: beside other things; `danger`: takes something away. */
export interface Look {
  readonly look?: 'plain' | 'primary' | 'quiet' | 'danger';
  readonly size?: 'medium' | 'small';
}

export function Button({
  look,
  size,
  className,
  ...others
}: Look & ButtonHTMLAttributes<HTMLButtonElement>): ReactNode {
  return <button type="button" className={classes({ look, size }, className)} {...others} />;
}

/** Leads to another view of the studio. */
export function ButtonLink({ look, size, className, ...others }: Look & LinkProps): ReactNode {
  return <Link className={classes({ look, size }, className)} {...others} />;
}

/** Leads away from the studio, in a tab of its own. */
export function ButtonAway({
  look,
  size,
  className,
  ...others
}: Look & AnchorHTMLAttributes<HTMLAnchorElement>): ReactNode {
  return <a target="_blank" rel="noopener" className={classes({ look, size }, className)} {...others} />;
}

function classes(
  { look = 'plain', size = 'medium' }: { [Key in keyof Look]: Look[Key] | undefined },
  more = '',
): string {
  return [styles.button, styles[look], styles[size], more].filter(Boolean).join(' ');
}
