-- Finds what was declared above a ceiling, which is little, without going through all that ever was.
create index eligibility_turnover_won on eligibility_turnover (won, for_year, merchant_id);
