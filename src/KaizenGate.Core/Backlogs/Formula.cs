using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace KaizenGate.Core.Backlogs;

/// <summary>A score formula over named values: numbers, names, <c>+ - * / ( )</c> with the usual precedence.</summary>
internal sealed class Formula
{
    /// <summary>The longest expression that is accepted, in characters.</summary>
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

    /// <summary>The expression as written, also where it was chosen by the name of a preset.</summary>
    public string Text { get; }

    /// <summary>The names of the values it needs, folded (see <see cref="NormalizeName"/>), each once, in the order of the text.</summary>
    public ImmutableArray<string> Variables { get; }

    /// <summary>Reads an expression that is known to be right.</summary>
    /// <exception cref="FormatException">It is wrong.</exception>
    public static Formula Parse(string text) =>
        TryParse(text, out var formula, out var error)
            ? formula
            : throw new FormatException($"{text}: {error.Message}");

    /// <summary>Reads an expression. One that only differs from the default formula in its spelling becomes the default.</summary>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out Formula? formula,
        [NotNullWhen(false)] out FormulaError? error
    )
    {
        (formula, error) = FormulaParser.Parse(text);
        // Default is still null while it is itself being read.
        if (formula is not null && Default is { } standard && formula.IsSameAs(standard))
        {
            formula = standard;
        }

        return formula is not null;
    }

    /// <summary>What names and labels are matched by: their letters and digits, in lower case.
    /// <c>timeCriticality</c> matches a label <c>Time Criticality</c>.</summary>
    public static string NormalizeName(ReadOnlySpan<char> name)
    {
        var folded = new char[name.Length];
        var length = 0;
        foreach (var sign in name)
        {
            if (char.IsLetterOrDigit(sign))
            {
                folded[length++] = char.ToLowerInvariant(sign);
            }
        }

        return new string(folded, 0, length);
    }

    /// <summary>Computes the score. A division by zero gives what IEEE 754 says, a value that is not finite:
    /// there is no score then, and the caller treats it as missing.</summary>
    /// <param name="value">Gives the value of each of <see cref="Variables"/>.</param>
    public double Evaluate(Func<string, double> value)
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
                    stack[top++] = value(Variables[step.Variable]);
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

/// <summary>Why an expression is no formula.</summary>
/// <param name="Message">What is wrong, as the end of a sentence that names the expression.</param>
/// <param name="Column">Where in the expression, from 1, in UTF-16 code units.</param>
internal sealed record FormulaError(string Message, int Column);
