using System.Diagnostics.CodeAnalysis;

namespace KaizenGate.Core.Backlogs;

/// <summary>A score formula over named values: numbers, names, <c>+ - * / ( )</c> with the usual precedence.</summary>
internal sealed class Formula
{
    /// <summary>The maximum length of an expression, in characters.</summary>
    public const int MaxLength = 1000;

    private readonly ImmutableArray<FormulaStep> steps;

    internal Formula(string text, ImmutableArray<string> variables, ImmutableArray<FormulaStep> steps)
    {
        Text = text;
        Variables = variables;
        this.steps = steps;
    }

    /// <summary>impact × (11 − effort), both from 1 to 10.</summary>
    public static Formula Default { get; } = Parse("impact*(11-effort)");

    /// <summary>The expression.</summary>
    public string Text { get; }

    /// <summary>The distinct names of the values that the formula needs, normalized, in the order of the text.</summary>
    public ImmutableArray<string> Variables { get; }

    /// <summary>Parses an expression.</summary>
    /// <exception cref="FormatException">The expression is not valid.</exception>
    public static Formula Parse(string text) =>
        TryParse(text, out var formula, out var error)
            ? formula
            : throw new FormatException($"{text}: {error.Message}");

    /// <summary>Parses an expression. Returns the default formula when the two differ only in spelling.</summary>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out Formula? formula,
        [NotNullWhen(false)] out FormulaError? error
    )
    {
        (formula, error) = FormulaParser.Parse(text);
        // Default is null while it is being parsed.
        if (formula is not null && Default is { } standard && formula.IsSameAs(standard))
        {
            formula = standard;
        }

        return formula is not null;
    }

    /// <summary>Returns the letters and digits of a name in lower case, by which names and labels are matched:
    /// <c>timeCriticality</c> matches the label <c>Time Criticality</c>.</summary>
    public static string NormalizeName(string name) =>
        string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>Computes the score. It is not finite after a division by zero; the caller must treat it as missing.</summary>
    /// <param name="values">The values of <see cref="Variables"/>.</param>
    public double Evaluate(ReadOnlySpan<double> values)
    {
        Span<double> stack = stackalloc double[steps.Length];
        var top = 0;
        foreach (var step in steps)
        {
            switch (step.Kind)
            {
                case FormulaStepKind.Number:
                    stack[top++] = step.Number;
                    break;
                case FormulaStepKind.Variable:
                    stack[top++] = values[step.Variable];
                    break;
                case FormulaStepKind.Negate:
                    stack[top - 1] = -stack[top - 1];
                    break;
                default:
                    top--;
                    stack[top - 1] = Apply(step.Kind, stack[top - 1], stack[top]);
                    break;
            }
        }

        return stack[0];
    }

    private static double Apply(FormulaStepKind kind, double left, double right) =>
        kind switch
        {
            FormulaStepKind.Add => left + right,
            FormulaStepKind.Subtract => left - right,
            FormulaStepKind.Multiply => left * right,
            _ => left / right,
        };

    private bool IsSameAs(Formula other) =>
        Variables.AsSpan().SequenceEqual(other.Variables.AsSpan())
        && steps.AsSpan().SequenceEqual(other.steps.AsSpan());
}

/// <summary>Why an expression is not a valid formula.</summary>
/// <param name="Message">What is wrong, without the expression.</param>
/// <param name="Column">The column in the expression, from 1, in UTF-16 code units.</param>
internal sealed record FormulaError(string Message, int Column);
