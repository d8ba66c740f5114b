function(add_exercise task)
endfunction()
