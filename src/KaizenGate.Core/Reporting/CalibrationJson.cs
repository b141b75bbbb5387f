using KaizenGate.Core.Escaping;
using KaizenGate.Core.Planning;

namespace KaizenGate.Core.Reporting;

/// <summary>How estimates compare with what happened, for programs.</summary>
internal static class CalibrationJson
{
    private static readonly JsonContract<Bias> Figures = new()
    {
        { "count", bias => bias.Count },
        { "ratio", bias => bias.Ratio },
        { "low", bias => bias.Low },
        { "high", bias => bias.High },
    };

    private static readonly JsonContract<(Category Category, Bias Bias)> Category = new()
    {
        { "category", one => JsonText.Word(one.Category) },
        { one => one.Bias, Figures },
    };

    private static readonly JsonContract<(int People, Bias Bias)> People = new()
    {
        { "people", one => one.People },
        { one => one.Bias, Figures },
    };

    private static readonly JsonContract<Biases> Biases = new()
    {
        { biases => biases.All, Figures },
        { "categories", biases => biases.Categories, Category },
        { "byPeople", biases => biases.People, People },
    };

    public static JsonContract<Calibration> Contract { get; } =
        new()
        {
            { "estimates", calibration => calibration.Hours, Biases },
            { "effects", calibration => calibration.Effects, Biases },
        };
}
