using System.Collections.Immutable;

namespace KaizenGate.Backlogs;

/// <summary>A score formula over named values.</summary>
public sealed class Formula
{
    private Formula(string text, ImmutableArray<string> variables, Func<Func<string, double>, double> evaluate)
    {
        Text = text;
        Variables = variables;
        this.evaluate = evaluate;
    }

    private readonly Func<Func<string, double>, double> evaluate;

    /// <summary>impact × (11 − effort), both from 1 to 10.</summary>
    public static Formula Default { get; } =
        new("impact*(11-effort)", ["impact", "effort"], value => value("impact") * (11 - value("effort")));

    /// <summary>The formula as written.</summary>
    public string Text { get; }

    /// <summary>The names of the values it needs, in lower case, each once.</summary>
    public ImmutableArray<string> Variables { get; }

    /// <summary>Computes the score from a function that gives each named value.</summary>
    public double Evaluate(Func<string, double> value) => evaluate(value);
}
