-- The model that a person has chosen among those found on this machine; goes before the settings.
create table model_choice (
  id         integer primary key default 1 check (id = 1),
  base_url   text not null,
  model      text not null,
  api        text not null,
  parameters double precision,
  chosen_at  timestamptz(3) not null default now()
);
