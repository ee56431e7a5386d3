alter table run_book drop column price;
