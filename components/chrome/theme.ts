export type Theme = 'auto' | 'light' | 'dark';

const KEY = 'theme';

/**
 * Runs before the first paint, so that a page never flashes in the wrong colours. An embed's theme
 * comes from its address. Storage may be blocked: then the system decides.
 */
export const THEME_SCRIPT = `try{var t=/\\/embed\\//.test(location.pathname)?new URLSearchParams(location.search).get('theme'):localStorage.getItem('${KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}`;

export function readTheme(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === 'light' || theme === 'dark' ? theme : 'auto';
}

/** Sets the theme for this visit, and for later ones where storage is allowed. */
export function setTheme(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Storage is blocked; the choice lasts as long as the page.
  }
}
