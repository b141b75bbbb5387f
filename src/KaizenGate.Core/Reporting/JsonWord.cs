using System.Text.Json;

namespace KaizenGate.Core.Reporting;

/// <summary>The words for enumerated values in JSON: the name of the value in camel case.</summary>
internal static class JsonWord
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public static string? OrNull<T>(T? value)
        where T : struct, Enum => value is { } known ? Of(known) : null;
}
