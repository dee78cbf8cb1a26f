"""Arguments judged by hand, rule by rule, with the working shown.

Weights: conclusive 100, strong 80, moderate 50, weak 20; x is the heaviest applying reason, y the heaviest
applying objection.
"""

from case import Case
from cases_of_balance import BALANCE
from cases_of_questions import QUESTIONS
from cases_of_steps import STEPS

CASES: tuple[Case, ...] = (*STEPS, *BALANCE, *QUESTIONS)
