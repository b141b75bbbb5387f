namespace KaizenGate.Core.Backlogs;

internal enum FormulaStepKind
{
    Number,
    Variable,
    Negate,
    Add,
    Subtract,
    Multiply,
    Divide,
}

/// <summary>One step of a formula in postfix order: it takes its operands from a stack and leaves its result there.</summary>
internal readonly record struct FormulaStep(FormulaStepKind Kind, double Number = 0, int Variable = -1);
