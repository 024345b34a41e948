import { catalogue } from '@/simulations/catalogue';

import { work } from '../all-cores.ts';

import { checkClaims, type ClaimRow, type Part } from './claims.ts';

work((part: Part): readonly ClaimRow[] => checkClaims(catalogue, part));
