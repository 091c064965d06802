"""What the product costs, against its budgets: python -m benchmarks."""
