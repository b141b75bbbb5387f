using KaizenGate.Core.Escaping;

namespace KaizenGate.Core.Reporting.Phrasing;

/// <summary>An input error in words.</summary>
internal static class InputErrorText
{
    /// <summary><c>path:line:column: </c> as far as known; safe at the start of a line.</summary>
    public static string Place(InputError error) =>
        error switch
        {
            { Path: null } => "",
            { Line: null } => $"{LogText.Path(error.Path)}: ",
            _ => $"{LogText.Path(error.Path)}:{error.Line}:{error.Column ?? 1}: ",
        };

    /// <summary>The error and its remedy.</summary>
    public static string Message(InputError error) => $"{error.Message.TrimEnd('.')}. {error.Help}";
}
