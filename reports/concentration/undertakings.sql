SELECT ranked.undertaking, ranked.kvk, ranked.members, CAST(ranked.loans AS BIGINT), CAST(ranked.outstanding AS BIGINT),
       CAST(whole.outstanding AS BIGINT), CAST(whole.capital AS BIGINT)
FROM ranked, whole
WHERE ranked.rank <= 25
ORDER BY ranked.rank
