-- Who declared something for a year, without asking shop by shop.
create index eligibility_turnover_year on eligibility_turnover (for_year, merchant_id);
