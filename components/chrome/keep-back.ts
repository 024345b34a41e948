import { PAGE_STARTED } from '@/components/chrome/page-started';

/** Parameters that ask for quite another page than the one that is sent: a search, two runs, a slide. */
const NAMES = ['q', 'twin', 'present'];

/**
 * Runs before the first paint. What was sent knows nothing of its address, so it would be seen for a moment, and then
 * jump. The part that will is kept out of sight (`globals.css`) until the page has started; or for a few seconds, should
 * its scripts never come.
 */
export const KEEP_BACK_SCRIPT = `(function(){var root=document.documentElement,link=new URLSearchParams(location.search);${JSON.stringify(NAMES)}.forEach(function(name){if(link.get(name)!==null)root.dataset.keptBack=name});addEventListener(${JSON.stringify(PAGE_STARTED)},function(){delete root.dataset.keptBack})})()`;
