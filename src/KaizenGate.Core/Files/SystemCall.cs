namespace KaizenGate.Core.Files;

/// <summary>Calls to the system for files and streams.</summary>
internal static class SystemCall
{
    /// <summary>Makes calls whose failures callers expect: .NET throws an argument error for EFBIG, a file size limit.</summary>
    /// <exception cref="IOException">A call failed.</exception>
    public static T Of<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        catch (ArgumentOutOfRangeException tooLarge) when (tooLarge.ParamName == "value")
        {
            throw new IOException("the file would exceed the file size limit", tooLarge);
        }
    }

    /// <inheritdoc cref="Of{T}"/>
    public static void Of(Action call) =>
        _ = Of(() =>
        {
            call();
            return true;
        });
}
