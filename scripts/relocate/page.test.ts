import { describe, expect, it } from 'vitest';
import { relocatePage } from '@/scripts/relocate/page';

const SHELL = '<script src="/_next/static/chunks/a.js" async=""></script>';

function push(data: string): string {
  return `<script>self.__next_f.push(${JSON.stringify([1, data]).replaceAll('<', '\\u003c')})</script>`;
}

describe('relocatePage', () => {
  it('changes addresses in tags and in the data alike', () => {
    const page = `${SHELL}<a title="a > b" href="/lab/x">/lab/x</a><img srcSet="/a 1x, /b 2x"/>`;
    const data = '1:["$","a",null,{"href":"/lab/x"}]\n';
    expect(relocatePage(page + push(data), '../')).toBe(
      `<script src="../_next/static/chunks/a.js" async=""></script>` +
        `<a title="a > b" href="../lab/x">/lab/x</a><img srcSet="../a 1x, ../b 2x"/>` +
        push(data.replace('/lab', '../lab')),
    );
  });

  it('leaves code and comments alone, and changes style sheets', () => {
    const code = `<script>const link = '<a href="/x">';</script><!-- <a href="/x"> -->`;
    const style = '<style>a{b:url(/c)}</style>';
    expect(relocatePage(SHELL + code + style + push('1:null\n'), './')).toContain(
      `${code}<style>a{b:url(./c)}</style>`,
    );
  });

  it('reads data that is cut anywhere, and writes it where its first piece was', () => {
    const page = `${SHELL}${push('1:{"hr')}<p>between</p>${push('ef":"/x"}\n')}`;
    expect(relocatePage(page, '../')).toContain(`${push('1:{"href":"../x"}\n')}<p>between</p>`);
  });

  it('reads data that Next wrote as bytes', () => {
    const bytes = Buffer.from('1:{"href":"/ü"}\n');
    const [first, second] = [bytes.subarray(0, 12), bytes.subarray(12)].map(
      (part) =>
        `<script>self.__next_f.push(${JSON.stringify([3, part.toString('base64')])})</script>`,
    );
    expect(relocatePage(`${SHELL}${first ?? ''}${second ?? ''}`, './')).toContain(
      push('1:{"href":"./ü"}\n'),
    );
  });

  it('lets nothing in the data end its script element', () => {
    const text = '</script><!--';
    const page = relocatePage(
      SHELL + push(JSON.stringify({ text }).replace(/^/, '1:') + '\n'),
      './',
    );
    expect(page).not.toContain('</script><!--');
    expect(page).toContain('\\u003c/script\\u003e\\u003c!--');
  });

  it('keeps dollar signs, which a replacement could take for a pattern', () => {
    expect(relocatePage(SHELL + push('1:["$&","$1"]\n'), './')).toContain(
      String.raw`[\"$\u0026\",\"$1\"]`,
    );
  });

  it('fails on a page whose form it does not know', () => {
    expect(() => relocatePage(SHELL, './')).toThrow('no page data');
    const unknown = `<div data-chunk="/_next/static/chunks/a.js"></div>`;
    expect(() => relocatePage(unknown + push('1:null\n'), './')).toThrow('was not understood');
  });

  it('leaves a page alone that Next did not write', () => {
    expect(relocatePage('<a href="/x">x</a>', '../')).toBe('<a href="/x">x</a>');
  });
});
