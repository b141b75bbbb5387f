using System.Globalization;
using System.Text;

namespace KaizenGate.Core.History;

/// <summary>Everything beside the commits that decides what is read of them.</summary>
internal static class HistoryKey
{
    public static string Of(TrackedPaths paths, HistoryQuery query)
    {
        var scoring = query.Reading.Scoring;
        var key = new StringBuilder();
        Add(key, query.Version);
        Add(key, scoring.Formula.Text);
        Add(key, scoring.Scale.ToString(CultureInfo.InvariantCulture));
        Add(key, scoring.EffortIsEase ? "ease" : "effort");
        Add(key, scoring.EffortFromHours ? "hours" : "");
        Add(key, query.Reading.MaxFileBytes.ToString(CultureInfo.InvariantCulture));
        Add(key, query.Archive ?? "");
        foreach (var path in paths.All)
        {
            Add(key, path);
        }

        foreach (var (field, labels) in query.Reading.Labels.OrderBy(label => label.Key.Name, StringComparer.Ordinal))
        {
            Add(key, "");
            Add(key, field.Name);
            foreach (var label in labels)
            {
                Add(key, label);
            }
        }

        return key.ToString();
    }

    private static void Add(StringBuilder key, string part) => key.Append(part).Append('\0');
}
