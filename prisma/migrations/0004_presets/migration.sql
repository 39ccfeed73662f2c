-- Saved prompts with their template and options; the starter set may be changed and deleted like any other.
create table preset (
  id          text primary key,
  name        text not null,
  prompt      text not null,
  template_id text,
  options     jsonb not null default '{}',
  created_at  timestamptz(3) not null default now(),
  updated_at  timestamptz(3) not null default now()
);

insert into preset (id, name, prompt, template_id) values
  ('fitness-tracker', 'Fitness tracker', 'Create a fitness tracking app with workouts, goals and statistics', 'modern-blue'),
  ('recipe-box', 'Recipe box', 'A recipe app with favourites, a meal plan and a shopping list', 'sunset_orange'),
  ('online-shop', 'Online shop', 'An online shop for sneakers with products, cart, checkout and order history', 'minimal_gray'),
  ('social-network', 'Social network', 'A social network for dog owners with a feed, friends and favourites', 'royal_purple'),
  ('study-chat', 'Study chat', 'A chat app for study groups', 'modern_dark'),
  ('trip-planner', 'Trip planner', 'A travel planner with a map, a calendar and a packing list', 'ocean_blue'),
  ('chess-clock', 'Chess clock', 'A chess timer that keeps a log of my games', 'neon_cyber'),
  ('plant-care', 'Plant care', 'A plant care app with a watering calendar', 'forest_green'),
  ('budget', 'Budget', 'Track expenses and budgets with charts', 'forest_green'),
  ('habit-journal', 'Habit journal', 'A habit tracker with streaks and a mood journal', 'pastel_dream');
