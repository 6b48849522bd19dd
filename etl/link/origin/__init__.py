"""Where stories and claims come from, and how many independent sources stand behind them."""
