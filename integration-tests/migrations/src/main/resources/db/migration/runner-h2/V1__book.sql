-- text in scripts is no placeholder
create table run_book (id int primary key, title varchar(50));
insert into run_book values (1, 'costs ${price}');
