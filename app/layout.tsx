import '@/app/globals.css';

import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';

import { mono, sans, serif } from '@/app/fonts';
import { KEEP_BACK_SCRIPT } from '@/components/chrome/keep-back';
import { Started } from '@/components/chrome/started';
import { THEME_SCRIPT } from '@/components/chrome/theme';

export const metadata: Metadata = {
  title: { default: 'Idempotency Lab', template: '%s · Idempotency Lab' },
  description:
    'Make a duplicate happen, see exactly why, switch on a defence, and see it prevented. Runs in your browser.',
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf9f6' },
    { media: '(prefers-color-scheme: dark)', color: '#131419' },
  ],
};

export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html
      lang="en"
      className={`${serif.variable} ${sans.variable} ${mono.variable}`}
      // The scripts below may set attributes before React looks.
      suppressHydrationWarning
    >
      <head>
        <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
        <script dangerouslySetInnerHTML={{ __html: KEEP_BACK_SCRIPT }} />
      </head>
      <body>
        {children}
        <Started />
      </body>
    </html>
  );
}
