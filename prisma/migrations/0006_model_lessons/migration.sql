-- What the servers of models have refused once, so that it is asked of them no more.
create table model_lesson (
  base_url  text not null,
  model     text not null,
  trait     text not null,
  value     text not null,
  said      text not null,
  until     timestamptz(3),
  learnt_at timestamptz(3) not null default now(),
  primary key (base_url, model, trait)
);
