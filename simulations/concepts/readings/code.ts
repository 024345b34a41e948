import type { Reading } from '@/simulations/concepts/reading';
import { codeOfClients } from '@/simulations/concepts/readings/code-clients';
import { codeOfServers } from '@/simulations/concepts/readings/code-servers';
import { codeOfTables } from '@/simulations/concepts/readings/code-tables';

export const code: Reading = {
  slug: 'code',
  title: 'Code to read with suspicion',
  lead: 'All of these look right, and pieces like them are in many tutorials. Find what is wrong before you open the answer; most have more than one fault.',
  sections: [...codeOfServers, ...codeOfTables, ...codeOfClients],
};
