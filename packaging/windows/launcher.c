/* rls-wizard.exe and, with CONSOLE, rls-wizard-cli.exe: load the Python beside them and run the program.

   A small program of our own in place of a packer's: nothing is unpacked when it starts, and Qt and
   Python stay files that anybody may replace. It is Python's own `python.exe` with fixed arguments. */

#include <windows.h>
#include <shellapi.h>
#include <stdio.h>

#define LONGEST 32768
#define OURS 6
#define DAMAGED \
    L"A part of the program cannot be found or used:\n%ls\n\n" \
    L"The program is damaged or not complete. Please install it again."

typedef int (*python_main)(int, wchar_t **);

static wchar_t program[LONGEST], folder[LONGEST], library[LONGEST], start[LONGEST];

/* Say what is wrong where the person can see it; the exit code is Windows' own for a missing module. */
static int refuse(const wchar_t *what)
{
    static wchar_t text[2 * LONGEST];
    swprintf(text, 2 * LONGEST, DAMAGED, what);
#ifdef CONSOLE
    fwprintf(stderr, L"rls-wizard: %ls\n", text);
#else
    MessageBoxW(NULL, text, TITLE, MB_ICONERROR | MB_OK | MB_SETFOREGROUND);
#endif
    return 126;
}

static BOOL there(const wchar_t *file)
{
    return GetFileAttributesW(file) != INVALID_FILE_ATTRIBUTES;
}

/* Find the folder of this file, and in it Python and what it is to run. */
static void find_places(void)
{
    GetModuleFileNameW(NULL, program, LONGEST);
    wcscpy(folder, program);
    wchar_t *last = wcsrchr(folder, L'\\');
    if (last) *last = 0;
    swprintf(library, LONGEST, L"%ls\\python\\" PYTHON_DLL, folder);
    swprintf(start, LONGEST, L"%ls\\python\\start.py", folder);
}

/* What other programs have set for their own Qt would lead ours to plugins that it cannot use. */
static void leave_others_alone(void)
{
    SetEnvironmentVariableW(L"QT_PLUGIN_PATH", NULL);
    SetEnvironmentVariableW(L"QT_QPA_PLATFORM_PLUGIN_PATH", NULL);
    SetEnvironmentVariableW(L"SBK_EMBED", NULL);
    SetDllDirectoryW(L"");
}

/* Byte code is made beforehand, so none is written (-B); texts are UTF-8 whatever the system's code page. */
static int run(python_main python, int count, wchar_t **given)
{
    wchar_t *ours[OURS] = {program, L"-B", L"-X", L"utf8", L"-I", start};
    wchar_t **all = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, sizeof *all * (OURS + count));
    if (!all) return 8;
    for (int i = 0; i < OURS; i++) all[i] = ours[i];
    for (int i = 1; i < count; i++) all[OURS + i - 1] = given[i];
    return python(OURS + count - 1, all);
}

#ifdef CONSOLE
int wmain(void)
#else
int WINAPI wWinMain(HINSTANCE this, HINSTANCE none, LPWSTR line, int show)
#endif
{
    int count = 0;
    wchar_t **given = CommandLineToArgvW(GetCommandLineW(), &count);
    find_places();
    leave_others_alone();
    if (!there(start)) return refuse(start);
    HMODULE module = LoadLibraryExW(library, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    if (!module) return refuse(library);
    python_main python = (python_main)(void *)GetProcAddress(module, "Py_Main");
    if (!python) return refuse(library);
    return run(python, count, given);
}
