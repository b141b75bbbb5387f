using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting;

/// <summary>What kept a run from judging, what it could not judge, and what was cut off, in SARIF.</summary>
internal static class SarifNotifications
{
    /// <param name="verdict">The verdict.</param>
    /// <param name="index">Where in the run each rule stands.</param>
    /// <param name="cut">How many results were left out; none when not positive.</param>
    public static IEnumerable<SarifNotification> Of(Verdict verdict, Dictionary<string, int> index, int cut)
    {
        foreach (var error in verdict.Errors)
        {
            yield return Of(error);
        }

        foreach (var missing in verdict.NotEvaluated)
        {
            var message = VisibleText.Message(missing.Reason);
            yield return new("note", SarifText.Message($"{missing.Rule.Id} not evaluated: {message}"))
            {
                AssociatedRule = new(missing.Rule.Id, index[missing.Rule.Id]),
                Locations = [new(new(new(SarifUri.Of(missing.File.RootPath))))],
            };
        }

        if (cut > 0)
        {
            yield return new(
                "warning",
                SarifText.Message(
                    $"{Wording.Count(cut, "result")} left out: the least severe, beyond {SarifReport.MostResults}"
                )
            );
        }
    }

    private static SarifNotification Of(InputError error) =>
        new("error", SarifText.Message(VisibleText.Message(InputErrorText.Message(error))))
        {
            Locations = error.Path is { } path
                ?
                [
                    new(
                        new(new(SarifUri.Of(path)))
                        {
                            Region = error.Line is { } line ? new(line, error.Column ?? 1) : null,
                        }
                    ),
                ]
                : null,
        };
}
