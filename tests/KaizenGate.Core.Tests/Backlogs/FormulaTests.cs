using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Tests.Backlogs;

public sealed class FormulaTests
{
    private static readonly Dictionary<string, double> Values = new()
    {
        ["impact"] = 8,
        ["effort"] = 2,
        ["reach"] = 500,
        ["confidence"] = 0.8,
        ["ease"] = 3,
        ["businessvalue"] = 8,
        ["timecriticality"] = 5,
        ["riskreduction"] = 3,
        ["jobsize"] = 4,
    };

    [Theory]
    [InlineData("impact*(11-effort)", 72)]
    [InlineData("impact × (11 − effort)", 72)]
    [InlineData("impact · 2 ÷ effort", 8)]
    [InlineData("1 + 2 * 3", 7)]
    [InlineData("(1 + 2) * 3", 9)]
    [InlineData("10 - 4 - 3", 3)]
    [InlineData("64 / 4 / 2", 8)]
    [InlineData("-impact * 2", -16)]
    [InlineData("2 * -impact", -16)]
    [InlineData("2 - -3", 5)]
    [InlineData("--3", 3)]
    [InlineData("-(1 + 2)", -3)]
    [InlineData("0.5 * .5", 0.25)]
    [InlineData("business_value", 8)]
    [InlineData("IMPACT", 8)]
    public void An_expression_has_its_usual_value(string text, double expected) =>
        Assert.Equal(expected, Evaluated(Formula.Parse(text), Values));

    [Theory]
    [InlineData("kaizen", 72)]
    [InlineData("impact/effort", 4)]
    [InlineData("ICE", 8 * 0.8 * 3)]
    [InlineData("RICE", 500 * 8 * 0.8 / 2)]
    [InlineData("wsjf", 4)]
    public void A_preset_is_called_by_its_name(string name, double expected)
    {
        var preset = FormulaPreset.Find(name);
        Assert.NotNull(preset);
        Assert.Equal(expected, Evaluated(Formula.Parse(preset.Expression), Values), 9);
    }

    [Theory]
    [InlineData("", 1, "it is empty")]
    [InlineData("  ", 3, "it is empty")]
    [InlineData("impact *", 9, "it ends where a number, a name or ( is expected")]
    [InlineData("* impact", 1, "expected a number, a name or ( instead of *")]
    [InlineData("2impact", 2, "expected one of + - * / ) instead of i")]
    [InlineData("impact effort", 8, "expected one of + - * / ) instead of e")]
    [InlineData("(impact", 1, "this ( is never closed")]
    [InlineData("((1)", 1, "this ( is never closed")]
    [InlineData("impact)", 7, "this ) was never opened")]
    [InlineData("()", 2, "expected a number, a name or ( instead of )")]
    [InlineData("impact ^ 2", 8, "expected one of + - * / ) instead of ^")]
    [InlineData("1.2.3", 1, "1.2.3 is not a number")]
    [InlineData("1 + .", 5, ". is not a number")]
    [InlineData("_", 1, "a name needs a letter")]
    [InlineData("impact \u202E", 8, "expected one of + - * / ) instead of U+202E")]
    public void A_wrong_expression_is_refused_with_its_column(string text, int column, string message)
    {
        Assert.False(Formula.TryParse(text, out _, out var error));
        Assert.Equal(new FormulaError(message, column), error);
    }

    [Fact]
    public void A_name_that_is_used_twice_is_one_variable() =>
        Assert.Equal(["timecriticality", "effort"], Formula.Parse("timeCriticality*effort/time_criticality").Variables);

    [Fact]
    public void Another_spelling_of_the_default_is_the_default() =>
        Assert.Same(Formula.Default, Formula.Parse("Impact × (11 − Effort)"));

    [Fact]
    public void Another_order_of_the_default_is_not_the_default() =>
        Assert.NotSame(Formula.Default, Formula.Parse("(11-effort)*impact"));

    [Fact]
    public void Division_by_zero_gives_a_score_that_is_not_finite() =>
        Assert.False(double.IsFinite(Evaluated(Formula.Parse("impact/0"), Values)));

    [Fact]
    public void Parentheses_can_be_nested_to_the_length_of_the_text()
    {
        var half = (Formula.MaxLength - 1) / 2;
        var text = new string('(', half) + "7" + new string(')', half);
        Assert.Equal(7, Evaluated(Formula.Parse(text), Values));
    }

    [Fact]
    public void A_longer_text_is_refused()
    {
        Assert.False(Formula.TryParse(new string('1', Formula.MaxLength + 1), out _, out var error));
        Assert.Equal("it has 1001 characters; at most 1000 are accepted", error.Message);
    }

    [Theory]
    [InlineData("kaizen", 0.10, 0.32)]
    [InlineData("impact/effort", 0.10, 0.33)]
    [InlineData("ICE", 0.11, 0.30)]
    [InlineData("WSJF", 0.11, 0.32)]
    public void A_preset_calls_a_tenth_of_all_values_high_and_a_third_at_least_medium(
        string name,
        double high,
        double medium
    )
    {
        var preset = FormulaPreset.Find(name)!;
        var formula = Formula.Parse(preset.Expression);
        var scores = Combinations(formula.Variables.Length)
            .Select(values => formula.Evaluate([.. values.Select(value => (double)value)]))
            .ToList();
        Assert.Equal(high, (double)scores.Count(score => score >= preset.High) / scores.Count, 0.01);
        Assert.Equal(medium, (double)scores.Count(score => score >= preset.Medium) / scores.Count, 0.01);
    }

    private static double Evaluated(Formula formula, Dictionary<string, double> values) =>
        formula.Evaluate([.. formula.Variables.Select(name => values[name])]);

    private static IEnumerable<int[]> Combinations(int names) =>
        names == 0
            ?
            [
                [],
            ]
            : Combinations(names - 1)
                .SelectMany(rest => Enumerable.Range(1, 10).Select(value => (int[])[value, .. rest]));
}
