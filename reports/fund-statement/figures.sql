SELECT figure, CAST(amount AS BIGINT), accounts
FROM (
    SELECT 1 AS position, 'capital' AS figure, capital AS amount, 'equity:capital:*' AS accounts FROM standing
    UNION ALL SELECT 2, 'taken_over', taken_over, 'equity:taken-over' FROM standing
    UNION ALL SELECT 3, 'disbursed', disbursed, 'assets:loans' FROM flow
    UNION ALL SELECT 4, 'repaid', repaid, 'assets:loans' FROM flow
    UNION ALL SELECT 5, 'remitted', remitted, 'expenses:remission' FROM flow
    UNION ALL SELECT 6, 'written_off', written_off, 'expenses:write-off' FROM flow
    UNION ALL SELECT 7, 'outstanding', outstanding, 'assets:loans' FROM standing
    UNION ALL SELECT 8, 'interest_received', interest_received, 'assets:interest-receivable' FROM flow
    UNION ALL SELECT 9, 'default_interest_received', default_interest_received, 'assets:default-interest-receivable' FROM flow
    UNION ALL SELECT 10, 'costs_received', costs_received, 'assets:costs-receivable' FROM flow
    UNION ALL SELECT 11, 'recovered', recovered, 'income:recoveries' FROM flow
    UNION ALL SELECT 12, 'grants', grants, 'expenses:grants' FROM standing
    UNION ALL SELECT 13, 'bank', bank, 'assets:bank' FROM standing
    UNION ALL SELECT 14, 'transit', transit, 'assets:transit' FROM standing
    UNION ALL SELECT 15, 'cash', bank + transit, 'assets:bank, assets:transit' FROM standing
    UNION ALL SELECT 16, 'committed', committed, 'equity:committed' FROM standing
    UNION ALL SELECT 17, 'reserve', reserve, '' FROM standing
    UNION ALL SELECT 18, 'available', bank + transit - committed - reserve, 'assets:bank, assets:transit, equity:committed' FROM standing
) figures
ORDER BY position
