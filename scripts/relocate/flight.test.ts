import { describe, expect, it } from 'vitest';
import { relocateFlight } from '@/scripts/relocate/flight';

function relocate(stream: string): string {
  return relocateFlight(Buffer.from(stream), '../').toString();
}

describe('relocateFlight', () => {
  it('changes chunks, hints and the addresses of elements', () => {
    expect(relocate('2:"/_next/static/chunks/a.js"\n')).toBe('2:"../_next/static/chunks/a.js"\n');
    expect(relocate('3:I[7,["/_next/static/chunks/a.js"],"default"]\n')).toBe(
      '3:I[7,["../_next/static/chunks/a.js"],"default"]\n',
    );
    expect(relocate(':HL["/_next/static/chunks/a.css","style"]\n')).toBe(
      ':HL["../_next/static/chunks/a.css","style"]\n',
    );
    expect(relocate(':HL["","image",{"imageSrcSet":"/a.svg 1x, /b.svg 2x"}]\n')).toBe(
      ':HL["","image",{"imageSrcSet":"../a.svg 1x, ../b.svg 2x"}]\n',
    );
    expect(relocate('4:["$","a",null,{"href":"/lab/x","children":"x"}]\n')).toBe(
      '4:["$","a",null,{"href":"../lab/x","children":"x"}]\n',
    );
  });

  it('leaves text alone, also where it looks like an address', () => {
    const rows = [
      '1:["$","p",null,{"children":"/_next/static/ is a folder"}]\n',
      '2:["$","code",null,{"children":["/payments","POST"]}]\n',
      '3:"/payments"\n',
      '4:{"path":"/payments","action":"/pay","title":"/"}\n',
    ].join('');
    expect(relocate(rows)).toBe(rows);
  });

  it('takes action as an address on an element only', () => {
    expect(relocate('1:["$","form",null,{"action":"/lab/x"}]\n')).toContain('"../lab/x"');
    const ours = '1:["$","$L7",null,{"action":"/lab/x"}]\n';
    expect(relocate(ours)).toBe(ours);
  });

  it('steps over rows that count their bytes, whatever they hold', () => {
    const text = '"href":"/x"\n9:{"href":"/y"} – ü';
    const size = Buffer.byteLength(text).toString(16);
    const stream = `a:T${size},${text}b:{"href":"/z"}\n`;
    expect(relocate(stream)).toBe(`a:T${size},${text}b:{"href":"../z"}\n`);
  });

  it('keeps rows without addresses byte for byte', () => {
    const rows = '6:X\n6:C\n7:null\n:N1795316636973.5\n8:[ 1 ]\n';
    expect(relocate(rows)).toBe(rows);
  });

  it('refuses a stream that it cannot read to its end', () => {
    expect(() => relocate('1:"a"')).toThrow('ends inside a line');
    expect(() => relocate('1:Tff,short')).toThrow('ends inside a row');
    expect(() => relocate('1')).toThrow('ends inside the name of a row');
    expect(() => relocate('1:["a"\n')).toThrow('is no JSON');
  });
});
