-- what is looked for is folded like what is stored: widths, case, spaces, brackets, dots and hyphens do not count (SearchText)
create function search_text(text) returns text language sql immutable strict parallel safe as $$
    select translate(lower(normalize($1, NFKC)),
        E' \t\n\r()[]{}<>''".,·•・‧∙⋅‐‑‒–—―−-_【】〔〕「」《》“”‘’\u200B\u200C\u200D\uFEFF', '')
$$;
drop index filing_search;
create index filing_search on filing using gin (search_text(name || '|' || credit_code || '|' || no) gin_trgm_ops) where state <> 'DRAFT';
