import { identifierOf } from '../../papers/identifiers';
import type { Draft } from './fields';

export interface Identifiers {
  arxiv?: string;
  acl?: string;
  doi?: string;
  url?: string;
}

const ARXIV =
  /^(?:https?:\/\/(?:www\.)?arxiv\.org\/(?:abs|pdf)\/)?(?:arxiv:\s*)?(\d{4}\.\d{4,5}|[a-z-]{2,12}(?:\.[A-Z]{2})?\/\d{7})(?:v\d{1,3})?(?:\.pdf)?(?:\s*\[[\w.-]{1,20}\])?$/i;
const DOI = /^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/\S{1,300})$/i;
const ACL =
  /^(?:https?:\/\/(?:www\.)?aclanthology\.org\/)?(\d{4}\.[a-z0-9-]{2,40}\.\d{1,5}|[A-Z]\d{2}-\d{4})(?:\.pdf|\/)?$/i;
/** DOIs that hold another identifier: arXiv's own, and those of the ACL's papers. */
const ARXIV_DOI = /^10\.48550\/arxiv\.(.+)$/i;
const ACL_DOI = /^10\.18653\/v1\/(\d{4}\.[a-z0-9-]+\.\d+|[A-Z]\d{2}-\d{4})$/i;

/**
 * The identifiers of a record, from the fields for them and from addresses: an arXiv or ACL Anthology page gives the id, and is then no
 * address of its own. What has not the form of an identifier is left out.
 */
export function identifiersOf({ doi, arxiv, acl, urls = [] }: Draft): Identifiers {
  const found: Identifiers = {};
  const setDoi = (id: string) => {
    const inArxiv = ARXIV_DOI.exec(id)?.[1];
    const inAcl = ACL_DOI.exec(id)?.[1];
    if (inArxiv) found.arxiv ??= ARXIV.exec(inArxiv)?.[1] ?? inArxiv;
    if (inAcl) found.acl ??= inAcl;
    if (!inArxiv) found.doi ??= id;
  };
  const ownArxiv = arxiv && ARXIV.exec(arxiv.trim())?.[1];
  if (ownArxiv) found.arxiv = ownArxiv;
  const ownAcl = acl && ACL.exec(acl.trim())?.[1];
  if (ownAcl) found.acl = ownAcl;
  const ownDoi = doi && DOI.exec(doi.trim().replace(/[.,;]+$/, ''))?.[1];
  if (ownDoi) setDoi(ownDoi);
  for (const address of urls) {
    const url = address.trim();
    const asArxiv = ARXIV.exec(url)?.[1];
    const asAcl = ACL.exec(url)?.[1];
    const asDoi = DOI.exec(url)?.[1];
    if (asArxiv) found.arxiv ??= asArxiv;
    else if (asAcl) found.acl ??= asAcl;
    else if (asDoi) setDoi(decoded(asDoi));
    else {
      const [kind, id] = splitKey(identifierOf(url));
      if (kind === 'arxiv') found.arxiv ??= id;
      else if (kind === 'acl') found.acl ??= id;
      else if (isAddress(url)) found.url ??= url;
    }
  }
  return found;
}

/** An address that a click may follow: of the web, without a name and password in it. */
export function isAddress(url: string): boolean {
  if (!/^https?:\/\/[^\s/@]+(?:[/?#]\S*)?$/i.test(url)) return false;
  return URL.canParse(url);
}

function splitKey(key = ''): [string, string] {
  const at = key.indexOf(':');
  return [key.slice(0, at), key.slice(at + 1)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
